/**
 * Bodies of the contract in other encodings than JSON, derived from the contract's schemas alone.
 * Every decoder yields a Jackson tree that is then checked as a JSON body is: what is not of the
 * schema's type stays in the tree for that check to name. (D10, D11, D12)
 */
@NullMarked
package dev.erpsync.spec.codec;

import org.jspecify.annotations.NullMarked;
