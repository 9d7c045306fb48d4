const MARK = 'shoal.reloaded-for-chunk';

/** An old tab asks for a part that a newer version removed: load the newer one, once. Drafts are in the worker's store. */
export function reloadOnLostChunk(): void {
  window.addEventListener('vite:preloadError', (event) => {
    if (sessionStorage.getItem(MARK)) return;
    sessionStorage.setItem(MARK, 'yes');
    event.preventDefault();
    location.reload();
  });
}
