/** Done when it is, and after so many ms in any case: it goes on behind the page. */
export const within = (ms: number, work: Promise<unknown>): Promise<void> =>
  new Promise((resolve, reject) => {
    setTimeout(resolve, ms);
    work.then(() => resolve(), reject);
  });
