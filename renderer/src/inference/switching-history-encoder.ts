import type { HistoryBatch, HistoryEncoder } from '../recommend/model/model-ports';
import type { ClosableHistoryEncoder } from './onnx-sessions';

/**
 * The model's history encoder: WASM until WebGPU has won the trial, and WASM again as soon as the device fails. A
 * request that was running when the device was lost is answered by WASM; the loss shows only in Settings.
 */
export class SwitchingHistoryEncoder implements HistoryEncoder {
  #webgpu: ClosableHistoryEncoder | null = null;

  /** @param onLoss called once when WebGPU is given up. */
  constructor(
    private readonly wasm: HistoryEncoder,
    private readonly onLoss: (error: unknown) => void,
  ) {}

  get engine(): 'wasm' | 'webgpu' {
    return this.#webgpu === null ? 'wasm' : 'webgpu';
  }

  useWebGpu(encoder: ClosableHistoryEncoder): void {
    this.#webgpu = encoder;
  }

  /** Switches back to WASM; no effect where WASM is in use. */
  giveUpWebGpu(error: unknown): void {
    const lost = this.#webgpu;
    if (lost === null) return;
    this.#webgpu = null;
    void lost.close().catch(() => undefined);
    this.onLoss(error);
  }

  async encodeHistories(batch: HistoryBatch): Promise<Float32Array> {
    const webgpu = this.#webgpu;
    if (webgpu === null) return await this.wasm.encodeHistories(batch);
    try {
      return await webgpu.encodeHistories(batch);
    } catch (error) {
      if (this.#webgpu === webgpu) this.giveUpWebGpu(error);
      return await this.wasm.encodeHistories(batch);
    }
  }
}
