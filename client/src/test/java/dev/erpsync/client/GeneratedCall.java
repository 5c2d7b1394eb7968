package dev.erpsync.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;

/** Finds the generated method of an operation by the contract's names alone. */
record GeneratedCall(Method accessor, Method method) {

  static GeneratedCall of(String operationId) throws NoSuchMethodException {
    Operation operation = Contract.erpSync().operation(operationId).orElseThrow();
    Method accessor = ErpSyncClient.class.getMethod(decapitalized(operation.tag()));
    Method method =
        Arrays.stream(accessor.getReturnType().getMethods())
            .filter(candidate -> candidate.getName().equals(decapitalized(operationId)))
            .filter(candidate -> candidate.getParameterCount() == 1)
            .findFirst()
            .orElseThrow(() -> new NoSuchMethodException("a method for " + operationId));
    return new GeneratedCall(accessor, method);
  }

  Type requestType() {
    return method.getGenericParameterTypes()[0];
  }

  Type answerType() {
    return method.getGenericReturnType();
  }

  boolean answers() {
    return answerType() != void.class;
  }

  /** Makes the call with this body; the answer as JSON. */
  JsonNode make(ErpSyncClient client, JsonNode body) throws Exception {
    Object request = Json.MAPPER.convertValue(body, Json.MAPPER.constructType(requestType()));
    try {
      return Json.MAPPER.valueToTree(method.invoke(accessor.invoke(client), request));
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  static String decapitalized(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
