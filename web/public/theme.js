// Before the first paint: the theme that was chosen on this device, else the system's.
try {
  const theme = localStorage.getItem('shoal.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Storage is refused: the system's theme it is.
}
