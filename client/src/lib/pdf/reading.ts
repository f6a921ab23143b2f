/** What pdf.js tells of a page's content: pieces of text, and the marks around them. */
export type ContentItem =
  { readonly str: string; readonly hasEOL: boolean } | { readonly type: string; readonly id?: string };

/** A part of a page as the file tags it, or the content that belongs to one. */
export interface TaggedNode {
  readonly alt?: string;
  /** Of content: the name its marks have among the items. */
  readonly id?: string;
  readonly children?: readonly TaggedNode[];
}

/**
 * A page as it is read aloud: in the order of its tags, with the words that stand for pictures; without tags, the text
 * as it comes.
 */
export function readingOf(items: readonly ContentItem[], tree: TaggedNode | null): string {
  if (tree === null) return items.map(textOf).join('');
  const texts = textsByMark(items);
  const read = (node: TaggedNode): string => {
    if (node.alt !== undefined) return `${node.alt} `;
    const own = node.id === undefined ? '' : (texts.get(node.id) ?? '');
    return own + (node.children ?? []).map(read).join('') + ' ';
  };
  return read(tree);
}

function textsByMark(items: readonly ContentItem[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of items) {
    if ('str' in item) {
      const mark = open.findLast((id) => id !== undefined);
      if (mark !== undefined) texts.set(mark, (texts.get(mark) ?? '') + textOf(item));
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id);
  }
  return texts;
}

function textOf(item: ContentItem): string {
  if (!('str' in item)) return '';
  return item.str + (item.hasEOL ? '\n' : '');
}
