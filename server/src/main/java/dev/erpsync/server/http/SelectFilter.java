package dev.erpsync.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.server.select.Selection;
import dev.erpsync.server.select.Selector;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.lang.annotation.Annotation;
import java.util.List;
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
    if (response.getStatus() != 200 || !response.hasEntity()) {
      return;
    }
    Optional.ofNullable(request.getUriInfo().getQueryParameters().getFirst(PARAMETER))
        .flatMap(Selection::parse)
        .ifPresent(selection -> select(selection, response));
  }

  private void select(Selection selection, ContainerResponseContext response) {
    Object entity = response.getEntity();
    Object sample = entity instanceof List<?> list && !list.isEmpty() ? list.get(0) : entity;
    JsonNode answer = mapper.valueToTree(entity);
    if (answer.isContainerNode()) {
      String schema = sample.getClass().getSimpleName();
      var selected = new Selected(schema, answer, selector.apply(selection, schema, answer));
      response.setEntity(selected, new Annotation[0], response.getMediaType());
    }
  }
}
