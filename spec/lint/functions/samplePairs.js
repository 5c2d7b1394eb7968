const names = (media) => Object.keys(media?.examples ?? {}).sort().join(', ');

/** The examples of a body-taking operation, of its request and of its 2xx answers, are named as those of its JSON request. */
export default ({ requestBody, responses }, _options, { path }) => {
  if (!requestBody) {
    return [];
  }
  const wanted = names(requestBody.content?.['application/json']);
  const successes = Object.entries(responses ?? {}).filter(([status]) => status.startsWith('2'));
  const bodies = [[['requestBody'], requestBody], ...successes.map(([status, answer]) => [['responses', status], answer])];
  return bodies.flatMap(([at, { content }]) =>
    Object.entries(content ?? {})
      // Only JSON must have examples; the other media types must not have different ones.
      .filter(([type, media]) => type === 'application/json' || media?.examples)
      .filter(([, media]) => names(media) !== wanted)
      .map(([type, media]) => ({
        message: `Examples are [${names(media)}], but those of the JSON request are [${wanted}].`,
        path: [...path, ...at, 'content', type],
      })),
  );
};
