package dev.erpsync.server.discovery;

import dev.erpsync.server.api.DiscoveryApiDelegate;
import dev.erpsync.server.model.ApiVersions;
import dev.erpsync.server.model.OperationDescription;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;

/**
 * Discovery, with URLs by the name under which the caller reached the server. The container has
 * refused what is no host and port; forwarding headers, which anybody can send, are not heard.
 */
public final class DiscoveryDelegate implements DiscoveryApiDelegate {
  private final Discovery discovery;
  private final UriInfo uri;

  @Inject
  public DiscoveryDelegate(Discovery discovery, @Context UriInfo uri) {
    this.discovery = discovery;
    this.uri = uri;
  }

  @Override
  public ApiVersions versions() {
    return discovery.versions(uri.getBaseUri());
  }

  @Override
  public Map<String, Map<String, String>> operations() {
    return discovery.operations(uri.getBaseUri());
  }

  @Override
  public OperationDescription describe(String operation) {
    return discovery
        .describe(operation, uri.getBaseUri())
        .orElseThrow(() -> new NotFoundException());
  }
}
