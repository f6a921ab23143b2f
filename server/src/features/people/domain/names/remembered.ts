/**
 * Names and places come again and again: what was found out about a text is kept, and found out anew now and then so
 * that memory stays bounded.
 */
export function remembered<Result>(find: (text: string) => Result, most = 300_000): (text: string) => Result {
  const known = new Map<string, Result>();
  // The same is often asked twice in a row.
  let [last, lastFound]: [string, Result | undefined] = ['', undefined];
  return (text) => {
    if (text === last && lastFound !== undefined) return lastFound;
    let found = known.get(text);
    if (found === undefined) {
      found = find(text);
      if (known.size >= most) known.clear();
      // A long text is no name, and would only cost memory.
      if (text.length <= 60) known.set(text, found);
    }
    [last, lastFound] = [text, found];
    return found;
  };
}
