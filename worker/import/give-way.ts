/**
 * Lets waiting messages and timers be handled. A message to oneself is not slowed down the way browsers
 * slow down repeated timers.
 */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
