package dev.erpsync.server.http;

import com.fasterxml.jackson.databind.ObjectMapper;
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

  private final ObjectMapper mapper;
  private final Selector selector;

  SelectFilter(ObjectMapper mapper, Selector selector) {
    this.mapper = mapper;
    this.selector = selector;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (PathFilter.isOpen(request) || response.getStatus() != 200 || !response.hasEntity()) {
      return;
    }
    Optional.ofNullable(request.getUriInfo().getQueryParameters().getFirst(PARAMETER))
        .flatMap(Selection::parse)
        .ifPresent(selection -> select(selection, response));
  }

  private void select(Selection selection, ContainerResponseContext response) {
    Selected.of(mapper, response.getEntity())
        .map(answer -> answer.emptied(selector.apply(selection, answer.schema(), answer.value())))
        .ifPresent(
            answer -> response.setEntity(answer, new Annotation[0], response.getMediaType()));
  }
}
