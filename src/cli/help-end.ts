/** How every help text of the command line ends. */

/** The examples and the exit codes that end a help text. */
export function helpEnd(examples: readonly string[]): string {
  return `
Examples:
${examples.map((line) => `  ${line}`).join('\n')}

Exit codes: 0 done; 1 refused, or it does not verify; 2 wrong usage; 69 not available now (a disk
without room, a book held by another, a port taken, a Node that is too old); 70 a defect.`
}
