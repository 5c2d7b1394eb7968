/** The object, when there is one, has these keys and no others. */
export default (object, { keys }) => {
  const found = Object.keys(object ?? {});
  const missing = keys.filter((key) => !found.includes(key));
  const strange = found.filter((key) => !keys.includes(key));
  if (object === undefined || missing.length + strange.length === 0) {
    return [];
  }
  return [{ message: `Missing: ${missing.join(', ') || 'none'}; not among the documented ones: ${strange.join(', ') || 'none'}.` }];
};
