/**
 * Whether a text has the form of one e-mail address: something, @, and a domain with a dot. Letters beyond a-z are
 * allowed, since both parts may have them today. Whether the address is in use cannot be seen from it.
 */
export function hasEmailForm(text: string): boolean {
  return (
    /^[^\s@<>()[\],;:"\\]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}]{2,}$/u.test(
      text,
    ) && !/^\.|\.\.|\.@/.test(text)
  );
}
