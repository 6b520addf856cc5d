import { Problem } from '../api/http.ts'

/// As much as the server takes.
const MOST_BYTES = 5 * 1024 * 1024
/// More than is kept, so that it stays sharp.
const SIDE = 512

/// A photo as it is sent: the middle of the picture, upright however the camera was held, and small. What this browser
/// cannot read goes to the server as it is, which knows what to say about it.
export async function prepared(file: File): Promise<Blob> {
  const small = await shrunk(file).catch(() => null)
  if (small === null && file.size > MOST_BYTES) throw new Problem('photo-too-large', 413, null)
  return small ?? file
}

async function shrunk(file: File): Promise<Blob | null> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  try {
    const whole = Math.min(picture.width, picture.height)
    const side = Math.min(SIDE, whole)
    const canvas = document.createElement('canvas')
    canvas.width = side
    canvas.height = side
    const pen = canvas.getContext('2d')
    if (pen === null) return null
    pen.fillStyle = '#fff'
    pen.fillRect(0, 0, side, side)
    pen.imageSmoothingQuality = 'high'
    pen.drawImage(picture, (picture.width - whole) / 2, (picture.height - whole) / 2, whole, whole, 0, 0, side, side)
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.92))
  } finally {
    picture.close()
  }
}
