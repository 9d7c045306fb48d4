/** A file whose bytes come in pieces of the given sizes, over and over. */
export function piecewiseFile(text: string, sizes: readonly number[]): File {
  const bytes = new TextEncoder().encode(text);
  const file = new File([bytes], 'test.csv');
  let next = 0;
  let at = 0;
  const stream = () =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        const size = sizes[next++ % sizes.length] ?? bytes.length;
        if (at < bytes.length) controller.enqueue(bytes.slice(at, at + size));
        at += size;
        if (at >= bytes.length) controller.close();
      },
    });
  return Object.defineProperty(file, 'stream', { value: stream });
}
