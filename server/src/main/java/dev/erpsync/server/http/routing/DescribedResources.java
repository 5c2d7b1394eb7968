package dev.erpsync.server.http.routing;

import dev.erpsync.server.api.DiscoveryApiDelegate;
import dev.erpsync.server.model.OperationDescription;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.PathSegment;
import java.util.List;
import java.util.Optional;
import org.glassfish.jersey.process.Inflector;
import org.glassfish.jersey.server.model.Resource;

/**
 * Puts the discovery contract's GET beside the method of every operation. It has a path with a
 * template there, and Jakarta REST, once it has found a path without one, does not look for a
 * method elsewhere. (D19)
 */
public final class DescribedResources {
  private final Routes routes;

  /** Descriptions of what these routes have. */
  public DescribedResources(Routes routes) {
    this.routes = routes;
  }

  /** What is to be registered for a generated resource. */
  public Resource of(Class<?> generated) {
    Resource model = Resource.from(generated);
    Resource.Builder described = Resource.builder(model);
    for (Resource child : model.getChildResources()) {
      Resource.Builder describedChild = Resource.builder(child);
      describe(describedChild, child.getPath());
      described.replaceChildResource(child, describedChild.build());
    }
    return described.build();
  }

  private void describe(Resource.Builder resource, String path) {
    description(path)
        .ifPresent(
            served ->
                resource
                    .addMethod("GET")
                    .produces(served.formats().map(ResponseFormats::types).orElse(List.of()))
                    .handledBy(Describe.class));
  }

  /** The operation of a path with a template that is served at a path without one. */
  private Optional<Served> description(String path) {
    return routes
        .at(path)
        .operation("GET")
        .filter(served -> !served.operation().path().equals(path));
  }

  /** Answers what the delegate says of the operation that the path ends with. */
  static final class Describe implements Inflector<ContainerRequestContext, OperationDescription> {
    private final Provider<DiscoveryApiDelegate> delegate;

    @Inject
    Describe(Provider<DiscoveryApiDelegate> delegate) {
      this.delegate = delegate;
    }

    @Override
    public OperationDescription apply(ContainerRequestContext request) {
      List<PathSegment> path = request.getUriInfo().getPathSegments();
      return delegate.get().describe(path.get(path.size() - 1).getPath());
    }
  }
}
