/** A QR code (ISO/IEC 18004) that a telephone reads from the screen. */
import { encode } from 'uqr'

interface QrCodeProps {
  readonly text: string
  /** What is heard in its place. */
  readonly label: string
}

/** Dark on light in every appearance: not all apps read the inverse. The four modules around it belong to it. */
export function QrCode({ text, label }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width="208"
      height="208"
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
