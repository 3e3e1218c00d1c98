interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of a picture that goes into that much room: whole, in its own proportions, never enlarged, never without a pixel. */
export function fitWithin({ width, height }: Size, most: Size): Size {
  const scale = Math.min(1, most.width / width, most.height / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
