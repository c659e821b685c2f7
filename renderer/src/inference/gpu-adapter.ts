export interface GpuAdapter {
  /** For a sentence: "the graphics card (nvidia ampere)". */
  readonly name: string;
  /** A software adapter, which computes on the processor and is always slower than WASM there. */
  readonly isSoftware: boolean;
}

/**
 * The adapter that WebGPU would use, or null where there is none. A page can learn only its name, which is often blank.
 */
export async function findGpuAdapter(): Promise<GpuAdapter | null> {
  // Missing outside secure contexts and in browsers without WebGPU, although the types say otherwise.
  const gpu = (navigator as { readonly gpu?: GPU }).gpu;
  const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null || adapter === undefined) return null;
  const { vendor, architecture, description, isFallbackAdapter } = adapter.info;
  const words = description === '' ? [vendor, architecture].filter((part) => part !== '').join(' ') : description;
  return { name: words === '' ? 'the graphics card' : `the graphics card (${words})`, isSoftware: isFallbackAdapter };
}
