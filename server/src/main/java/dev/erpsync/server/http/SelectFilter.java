package dev.erpsync.server.http;

import dev.erpsync.server.select.Selection;
import dev.erpsync.server.select.Selector;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.lang.annotation.Annotation;
import java.util.Optional;

/**
 * Answers only what {@code $select} names; errors and bare values are answered as they are. (D8)
 */
final class SelectFilter implements ContainerResponseFilter {
  private static final String PARAMETER = "$select";

  private final Selector selector;

  SelectFilter(Selector selector) {
    this.selector = selector;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof AnswerTree answer) {
      filter(answer, request, response);
    }
  }

  private void filter(
      AnswerTree answer, ContainerRequestContext request, ContainerResponseContext response) {
    Optional.ofNullable(request.getUriInfo().getQueryParameters().getFirst(PARAMETER))
        .flatMap(Selection::parse)
        .map(selection -> selector.apply(selection, answer.schema(), answer.value()))
        .ifPresent(
            emptied ->
                response.setEntity(
                    answer.emptied(emptied), new Annotation[0], response.getMediaType()));
  }
}
