package dev.erpsync.conformance.review.approval;

/**
 * A break that somebody accepts.
 *
 * @param fingerprint of the change
 * @param reason why it is accepted
 * @param approver who accepts it
 * @param version the version of the contract that brings it
 * @param line where it stands in its file, from 1
 */
public record Approval(
    String fingerprint, String reason, String approver, String version, int line) {}
