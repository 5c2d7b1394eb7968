/** Every body of the answer is one of the named schemas, by reference: a component, or a file of that name. */
export default (answer, { schemas }, { path, documentInventory }) => {
  const wanted = schemas.join(' or ');
  const types = Object.keys(answer.content ?? {});
  if (types.length === 0) {
    return [{ message: `An error answer has a body, a $ref to ${wanted}.` }];
  }
  const place = (type) => documentInventory.findAssociatedItemForPath([...path, 'content', type, 'schema'], true);
  const others = types.filter((type) => !schemas.includes(nameOf(place(type))));
  return others.length === 0 ? [] : [{ message: `The schema is not a $ref to ${wanted} in ${others.join(', ')}.` }];
};

const nameOf = ({ document, path }) => path.at(-1) ?? document.source.replace(/^.*\/|\.yaml$/g, '');
