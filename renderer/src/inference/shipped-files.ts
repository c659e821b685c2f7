import { AppError, type ErrorCode } from '../domain/errors';
import { ownValue } from '../domain/own-value';

/**
 * Files of the build, read from the page's own origin. The bundler resolves each URL and copies the file beside the
 * scripts under a hashed name, so that the running program needs nothing outside the build.
 * @param missing code of the error for a file that cannot be read
 * @param what in its sentence: "model", "catalogue"
 */
export const shippedFiles =
  (addresses: Readonly<Record<string, URL>>, missing: ErrorCode, what: string) =>
  async (name: string): Promise<ArrayBuffer> => {
    const address = ownValue(addresses, name);
    if (address === undefined) throw new AppError(missing, `The build holds no ${what} file called ${name}.`);
    const response = await fetch(address);
    if (!response.ok)
      throw new AppError(missing, `The ${what} file ${name} could not be read (status ${String(response.status)}).`);
    return await response.arrayBuffer();
  };
