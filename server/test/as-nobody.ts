const nobody = 65_534;

/** Runs `work` as a user without rights: root could write everywhere. Whoever is not root stays who they are. */
export async function asNobody<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  if (process.geteuid?.() !== 0) return work();
  process.seteuid?.(nobody);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
