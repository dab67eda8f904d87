/** A table of single characters of OpenCC: `from to to|from to`. */
declare module 'opencc-js/dict/*' {
  const pairs: string
  export default pairs
}
