/** The value is the last segment of the path that the operation stands under. */
export default (value, _options, { path }) => {
  const name = path[1].split('/').pop();
  return value === name ? [] : [{ message: `operationId must be \`${name}\`, the last segment of the path.` }];
};
