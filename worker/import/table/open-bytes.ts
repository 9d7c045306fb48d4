/** A file's bytes, unpacked when they are gzip, whatever the file is called. */
export interface ByteSource {
  readonly gzip: boolean;
  /** Bytes taken from the file itself: what progress is measured by. */
  readonly fileBytesRead: number;
  /** `null` at the end. Rejects with what the platform says when the file is damaged or gone. */
  read(): Promise<Uint8Array | null>;
  close(): Promise<void>;
}

const GZIP_MAGIC = [0x1f, 0x8b] as const;

/** Readers are pulled by hand: not every engine can iterate a stream or hand one to another thread. */
export async function openBytes(file: Blob): Promise<ByteSource> {
  const head = new Uint8Array(await file.slice(0, GZIP_MAGIC.length).arrayBuffer());
  const gzip = GZIP_MAGIC.every((byte, index) => head[index] === byte);
  let fileBytesRead = 0;
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        fileBytesRead += chunk.byteLength;
        controller.enqueue(chunk);
      },
    }),
  );
  const bytes: ReadableStream<Uint8Array> = gzip
    ? counted.pipeThrough(new DecompressionStream('gzip'))
    : counted;
  const reader = bytes.getReader();
  return {
    gzip,
    get fileBytesRead() {
      return fileBytesRead;
    },
    async read() {
      const next = await reader.read();
      return next.done ? null : next.value;
    },
    async close() {
      await reader.cancel().catch(() => undefined);
    },
  };
}
