/**
 * A readable name of the graphics adapter WebGPU would use, or null where there is none. The name is all that a page
 * may learn of it and is often blank ("nvidia", "apple", "google swiftshader").
 */
export async function findGpuAdapter(): Promise<string | null> {
  // Absent outside secure contexts and in browsers without WebGPU, whatever the types say.
  const gpu = (navigator as { readonly gpu?: GPU }).gpu;
  const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
  if (adapter === null || adapter === undefined) return null;
  const { vendor, architecture, description } = adapter.info;
  const name = description === '' ? [vendor, architecture].filter((part) => part !== '').join(' ') : description;
  return name === '' ? 'the graphics card' : `the graphics card (${name})`;
}
