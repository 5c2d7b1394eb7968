package dev.erpsync.server.http.response;

import dev.erpsync.server.http.routing.Call;
import dev.erpsync.server.select.Selection;
import dev.erpsync.server.select.Selector;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.lang.annotation.Annotation;
import java.util.Optional;

/** Empties what {@code $select} does not name; errors and bare values stay as they are. (D8) */
public final class SelectStep implements ResponseStep {
  private static final String PARAMETER = "$select";

  private final Selector selector;

  /** A step. */
  public SelectStep(Selector selector) {
    this.selector = selector;
  }

  @Override
  public void apply(Call call, ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof ResponseTree answer) {
      apply(answer, request, response);
    }
  }

  private void apply(
      ResponseTree answer, ContainerRequestContext request, ContainerResponseContext response) {
    Optional.ofNullable(request.getUriInfo().getQueryParameters().getFirst(PARAMETER))
        .flatMap(Selection::parse)
        .map(selection -> selector.apply(selection, answer.schema(), answer.value()))
        .ifPresent(
            emptied ->
                response.setEntity(
                    answer.emptied(emptied), new Annotation[0], response.getMediaType()));
  }
}
