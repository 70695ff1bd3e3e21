/** Texts of the QR pictures that a video shows now. */
export type PictureEye = (video: HTMLVideoElement) => Promise<readonly string[]>;

interface Detector {
  detect(of: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>;
}

type DetectorMaker = (new (how: { formats: string[] }) => Detector) & { getSupportedFormats(): Promise<string[]> };

/** The longer edge at which the library looks: enough for 100 cells, little enough for several looks a second. */
const longestPx = 800;

/** The browser's own reader where it has one, else the library's. */
export async function createPictureEye(): Promise<PictureEye> {
  const made = Reflect.get(globalThis, 'BarcodeDetector') as DetectorMaker | undefined;
  if (made && (await made.getSupportedFormats().catch((): string[] => [])).includes('qr_code')) {
    const detector = new made({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video)).map(({ rawValue }) => rawValue);
  }
  const { default: decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  return async (video) => {
    const scale = Math.min(1, longestPx / Math.max(video.videoWidth, video.videoHeight, 1));
    const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
    if (!pen || width === 0 || height === 0) return [];
    canvas.width = width;
    canvas.height = height;
    pen.drawImage(video, 0, 0, width, height);
    return readPicture(decodeQR, pen.getImageData(0, 0, width, height));
  };
}

/** The text of the picture in these pixels, as a list of one or none. */
export function readPicture(
  decode: (image: { height: number; width: number; data: Uint8ClampedArray }) => string,
  { width, height, data }: Pick<ImageData, 'width' | 'height' | 'data'>,
): readonly string[] {
  try {
    return [decode({ width, height, data: new Uint8ClampedArray(data) })];
  } catch {
    // No picture in sight, or a blurred one: the next look may find it.
    return [];
  }
}
