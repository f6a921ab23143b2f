/** The demo lives in a time of its own, and phones go wrong: screens reckon from the server's time. */
let offset = 0;

/** Told when the server has said what time it is. */
export function setServerTime(instant: string): void {
  offset = Date.parse(instant) - Date.now();
}

/** The time as the server sees it, give or take the length of a request. */
export function serverNow(): Date {
  return new Date(Date.now() + offset);
}
