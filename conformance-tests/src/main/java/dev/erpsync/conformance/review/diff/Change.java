package dev.erpsync.conformance.review.diff;

import dev.erpsync.conformance.review.rule.Rule;
import java.util.List;

/**
 * One difference between two contracts, found once however often the changed part is used.
 *
 * @param rule the kind of change
 * @param place where, as a JSON pointer with names in place of numbers
 * @param pointer the same as an exact JSON pointer
 * @param inHead whether the pointer is one of the new contract; of the old one otherwise
 * @param before what stood there; empty for nothing
 * @param after what stands there now; empty for nothing
 * @param uses where it matters, in the order of the contract
 */
public record Change(
    Rule rule,
    String place,
    String pointer,
    boolean inHead,
    String before,
    String after,
    List<Use> uses) {}
