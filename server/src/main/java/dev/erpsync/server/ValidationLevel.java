package dev.erpsync.server;

import dev.erpsync.server.http.request.Validation;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The levels by their names in small letters, as they are documented. */
final class ValidationLevel implements ITypeConverter<Validation> {
  @Override
  public Validation convert(String name) {
    return switch (name) {
      case "vendor" -> Validation.VENDOR;
      case "contract" -> Validation.CONTRACT;
      case "strict" -> Validation.STRICT;
      default ->
          throw new TypeConversionException("'" + name + "' is not vendor, contract or strict");
    };
  }
}
