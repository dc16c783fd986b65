/**
 * The nodes of a tree one after the other. A page may put elements into each other
 * as deep as it likes; what walks by calling itself ends with the stack.
 */

/**
 * The node after this one in the order of the document; `null` where the tree ends.
 *
 * @param inside Whether what stands in the node comes next, or what follows it.
 */
export function nextIn(tree: Node, node: Node, inside: boolean): Node | null {
  if (inside && node.firstChild !== null) return node.firstChild;
  for (let at: Node | null = node; at !== null && at !== tree; at = at.parentNode) {
    if (at.nextSibling !== null) return at.nextSibling;
  }
  return null;
}
