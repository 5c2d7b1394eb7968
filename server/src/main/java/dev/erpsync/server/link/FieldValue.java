package dev.erpsync.server.link;

import org.jspecify.annotations.Nullable;

/**
 * A value to set when a link is made.
 *
 * @param crmFieldKey the field
 * @param value the value; null empties the field
 * @param syncToCrm whether to set it on the CRM record
 * @param syncToErp whether to set it on the ERP actor
 */
public record FieldValue(
    String crmFieldKey, @Nullable String value, boolean syncToCrm, boolean syncToErp) {}
