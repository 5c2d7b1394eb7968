package dev.erpsync.conformance.bench.hostile;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Connections from several addresses that send nothing, and are opened anew when they end. */
final class SilentSockets implements AutoCloseable {
  private static final int ADDRESSES = 8;
  private static final int FIRST = 20;

  /** More at once would be dropped by the system, and repeated only seconds later. */
  private static final int PENDING = 100;

  private final InetSocketAddress server;
  private final int count;
  private final Selector selector = Selector.open();
  private int opened;

  SilentSockets(URI server, int count) throws IOException {
    this.server = new InetSocketAddress(server.getHost(), server.getPort());
    this.count = count;
  }

  /** Keeps them open for a time. */
  void run(Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    var buffer = ByteBuffer.allocate(1024);
    while (System.nanoTime() < end) {
      while (selector.keys().size() < count && pending() < PENDING) {
        open();
      }
      selector.select(20);
      for (SelectionKey key : selector.selectedKeys()) {
        look(key, buffer.clear());
      }
      selector.selectedKeys().clear();
      selector.selectNow();
    }
  }

  private long pending() {
    return selector.keys().stream()
        .filter(key -> key.isValid() && key.interestOps() == SelectionKey.OP_CONNECT)
        .count();
  }

  private void open() throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.configureBlocking(false);
    channel.bind(new InetSocketAddress("127.0.0." + (FIRST + opened % ADDRESSES), 0));
    opened++;
    channel.connect(server);
    channel.register(selector, SelectionKey.OP_CONNECT);
  }

  private static void look(SelectionKey key, ByteBuffer buffer) throws IOException {
    var channel = (SocketChannel) key.channel();
    try {
      if (key.isConnectable() && channel.finishConnect()) {
        key.interestOps(SelectionKey.OP_READ);
      } else if (key.isReadable() && channel.read(buffer) < 0) {
        channel.close();
      }
    } catch (IOException e) {
      channel.close();
    }
  }

  int opened() {
    return opened;
  }

  @Override
  public void close() throws IOException {
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
  }
}
