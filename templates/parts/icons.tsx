/** Shapes that say without colour what a word says beside them. All are drawn in a square of 20. */

const shapes = {
  info: 'M10 1.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM9 8.6h2V15H9V8.6ZM10 5a1.25 1.25 0 1 1 0 2.5A1.25 1.25 0 0 1 10 5Z',
  success:
    'M10 1.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Zm4.3 5.2L8.8 12.2 5.9 9.3 4.5 10.7l4.3 4.3 6.9-6.9-1.4-1.4Z',
  warning:
    'M10 1.6 19.2 18H.8L10 1.6ZM9 7.5V13h2V7.5H9Zm1 6.6a1.25 1.25 0 1 0 0 2.5 1.25 1.25 0 0 0 0-2.5Z',
  refusal:
    'M6.5 1.5h7l5 5v7l-5 5h-7l-5-5v-7l5-5Zm.6 4.2L5.7 7.1 8.6 10l-2.9 2.9 1.4 1.4 2.9-2.9 2.9 2.9 1.4-1.4-2.9-2.9 2.9-2.9-1.4-1.4L10 8.6 7.1 5.7Z',
  ring: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15Zm0 2a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z',
  half: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15Zm0 2v11a5.5 5.5 0 0 0 0-11Z',
  dot: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15Zm0 2a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm0 2.2a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6Z',
  check: 'm16.9 5.6-8.8 9.5-5-5 1.5-1.5 3.4 3.4 7.3-7.8 1.6 1.4Z',
  cross:
    'M5.4 4 10 8.6 14.6 4 16 5.4 11.4 10l4.6 4.6-1.4 1.4-4.6-4.6L5.4 16 4 14.6 8.6 10 4 5.4 5.4 4Z',
  back: 'M8 3.6 9.4 5 6.4 8H12a5 5 0 0 1 0 10H7v-2h5a3 3 0 0 0 0-6H6.4l3 3L8 14.4 2.6 9 8 3.6Z',
  up: 'm10 5 6 8H4l6-8Z',
  down: 'm10 15 6-8H4l6 8Z',
  menu: 'M2.5 4.5h15v2h-15v-2Zm0 4.5h15v2h-15V9Zm0 4.5h15v2h-15v-2Z',
  person:
    'M10 2.2a4 4 0 1 1 0 8 4 4 0 0 1 0-8Zm0 9.3c4.1 0 7 2.2 7 5.2v1.1H3v-1.1c0-3 2.9-5.2 7-5.2Z',
  search:
    'M8.5 2a6.5 6.5 0 0 1 5.2 10.4l4.3 4.3-1.4 1.4-4.3-4.3A6.5 6.5 0 1 1 8.5 2Zm0 2a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9Z',
} as const

export type Shape = keyof typeof shapes

/** A shape in the colour of the text around it. It is hidden from readers of the screen: the word says it. */
export function Icon({ shape }: { readonly shape: Shape }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path fill="currentColor" fill-rule="evenodd" d={shapes[shape]} />
    </svg>
  )
}
