/** Loaded with the first picture: its libraries take 30 MB, which cards without pictures do without. */
export async function loadSharp() {
  return (await import('sharp')).default;
}
