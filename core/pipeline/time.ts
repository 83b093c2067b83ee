/** An ISO time plus milliseconds, as an ISO time. */
export const laterThan = (at: string, milliseconds: number): string => new Date(Date.parse(at) + milliseconds).toISOString();
