export interface GpuAdapter {
  /** For a sentence: "the graphics card (nvidia ampere)". */
  readonly name: string;
  /** A stand-in that computes on the processor: always slower than WASM there. */
  readonly isSoftware: boolean;
}

/**
 * The graphics adapter WebGPU would use, or null where there is none. Its name is all that a page may learn of it and
 * is often blank.
 */
export async function findGpuAdapter(): Promise<GpuAdapter | null> {
  // Absent outside secure contexts and in browsers without WebGPU, whatever the types say.
  const gpu = (navigator as { readonly gpu?: GPU }).gpu;
  const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null || adapter === undefined) return null;
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
  const words = description === '' ? [vendor, architecture].filter((part) => part !== '').join(' ') : description;
  return { name: words === '' ? 'the graphics card' : `the graphics card (${words})`, isSoftware: isFallbackAdapter };
}
