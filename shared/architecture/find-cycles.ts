/** The groups of names that reach themselves by way of one another (Tarjan's components of two and more). */
export function findCycles(edges: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];

  function visit(name: string): number {
    const mine = order.size;
    order.set(name, mine);
    stack.push(name);
    let lowest = mine;
    for (const next of edges.get(name) ?? []) {
      if (!order.has(next)) lowest = Math.min(lowest, visit(next));
      else if (stack.includes(next)) lowest = Math.min(lowest, low.get(next) ?? order.get(next) ?? lowest);
    }
    low.set(name, lowest);
    if (lowest === mine) keep(stack.splice(stack.indexOf(name)));
    return lowest;
  }

  function keep(component: string[]): void {
    const [only] = component;
    const reachesItself = only !== undefined && (edges.get(only) ?? []).includes(only);
    if (component.length > 1 || reachesItself) cycles.push(component.sort());
  }

  for (const name of edges.keys()) if (!order.has(name)) visit(name);
  return cycles;
}
