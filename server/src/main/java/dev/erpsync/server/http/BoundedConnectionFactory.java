package dev.erpsync.server.http;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;

/** Makes connections that keep the limits. */
final class BoundedConnectionFactory extends HttpConnectionFactory {
  private final HttpLimits limits;

  BoundedConnectionFactory(HttpConfiguration configuration, HttpLimits limits) {
    super(configuration);
    this.limits = limits;
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    var connection = new BoundedConnection(getHttpConfiguration(), connector, endPoint, limits);
    return configure(connection, connector, endPoint);
  }
}
