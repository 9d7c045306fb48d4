/** Small choices of this device that are no data: offers answered. Storage that is refused forgets them. */
export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(`shoal.${key}`);
  } catch {
    return null;
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(`shoal.${key}`, value);
  } catch {
    // The offer comes again another time.
  }
}
