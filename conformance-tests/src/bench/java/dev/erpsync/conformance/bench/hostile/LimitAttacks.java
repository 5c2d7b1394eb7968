package dev.erpsync.conformance.bench.hostile;

import static dev.erpsync.conformance.bench.hostile.Launch.STANDARD;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

/** Heads and bodies at the limits and one above, announced lengths, and compression. */
final class LimitAttacks {
  private static final int MEBIBYTE = 1 << 20;
  private static final int HEAD = 16 << 10;
  private static final int BOMB = 32 << 20;

  /** Line ends are not counted in the same way by all. */
  private static final int TOLERANCE = 64;

  private LimitAttacks() {}

  static List<Attack> all() {
    return List.of(
        new Attack(
            "limits",
            "bodies, heads, header counts and Accept at every limit and one above",
            "accepted at the limit, rejected above",
            Bound.STANDARD,
            STANDARD,
            LimitAttacks::limits),
        new Attack(
            "length-huge",
            "Content-Length from 2³¹ on, with and without login, for 8 s",
            "each 400, 401 or 413",
            Bound.STANDARD,
            STANDARD,
            LimitAttacks::hugeLengths),
        new Attack(
            "compression",
            "gzip as Content-Encoding and Transfer-Encoding: plain, compressed, 32 MiB of zeros",
            "each 400, 415 or 501",
            Bound.STANDARD,
            STANDARD,
            LimitAttacks::compression));
  }

  private static Observed limits(Target target) throws IOException {
    var table = new Statuses(target);
    String auth = target.authorization();
    byte[] most =
        Requests.bytes(Requests.NO_LINK + " ".repeat(MEBIBYTE - Requests.NO_LINK.length()));
    byte[] more = Requests.join(most, new byte[] {' '});
    table.expect("body of 1 MiB", 200, Requests.post(Requests.BREAK, Requests.JSON, most, auth));
    table.expect(
        "body of 1 MiB and 1", 413, Requests.post(Requests.BREAK, Requests.JSON, more, auth));
    table.expect("chunks of 1 MiB", 200, chunked(auth, most));
    table.expect("chunks of 1 MiB and 1", 413, chunked(auth, more));
    table.expect("Accept of 1,024", 200, withAccept(auth, 1_024));
    table.expect("Accept of 1,025", 431, withAccept(auth, 1_025));
    table.expect("32 ranges", 200, withRanges(auth, 32));
    table.expect("33 ranges", 431, withRanges(auth, 33));
    table.expect("100 headers", 200, withHeaders(100));
    table.expect("101 headers", 431, withHeaders(101));
    table.expect("head of 16 KiB", 200, withHead(HEAD));
    table.expect("head beyond 16 KiB", 431, withHead(HEAD + TOLERANCE));
    table.expect(
        "path beyond 16 KiB", 414, Requests.bytes(Requests.head("GET /" + "a".repeat(HEAD))));
    table.expect(
        "query below 16 KiB",
        200,
        Requests.bytes(Requests.head("GET /api?a=" + "a".repeat(HEAD - 200))));
    return table.observed();
  }

  private static byte[] chunked(String auth, byte[] body) {
    String head =
        Requests.head(
            "POST " + Requests.BREAK,
            auth,
            "Content-Type: application/json",
            "Transfer-Encoding: chunked");
    byte[] begun =
        Requests.join(Requests.bytes(head + Integer.toHexString(body.length) + "\r\n"), body);
    return Requests.join(begun, Requests.bytes("\r\n0\r\n\r\n"));
  }

  private static byte[] withAccept(String auth, int length) {
    String accept = "application/json, text/" + "x".repeat(length - 23);
    return Requests.post(
        Requests.BREAK, Requests.JSON, Requests.NO_LINK, auth, "Accept: " + accept);
  }

  private static byte[] withRanges(String auth, int count) {
    String accept = "application/json" + ",text/a".repeat(count - 1);
    return Requests.post(
        Requests.BREAK, Requests.JSON, Requests.NO_LINK, auth, "Accept: " + accept);
  }

  /** With Host. */
  private static byte[] withHeaders(int count) {
    String[] headers = new String[count - 1];
    Arrays.setAll(headers, i -> "X-%d: a".formatted(i));
    return Requests.bytes(Requests.head("GET /api", headers));
  }

  private static byte[] withHead(int bytes) {
    String empty = Requests.head("GET /api", "X: ");
    return Requests.bytes(Requests.head("GET /api", "X: " + "a".repeat(bytes - empty.length())));
  }

  private static Observed hugeLengths(Target target) throws Exception {
    String[] lengths = {
      "2147483648", "4294967296", "9223372036854775807", "9223372036854775808", "9".repeat(40)
    };
    Set<Integer> statuses = ConcurrentHashMap.newKeySet();
    var next = new AtomicLong();
    Crowd crowd =
        Crowd.run(
            target,
            4,
            Duration.ofSeconds(8),
            (attacker, all) -> {
              Wire wire = all.open();
              long n = next.getAndIncrement();
              wire.send(
                  Requests.head(
                      "POST " + Requests.BREAK,
                      n % 2 == 0 ? target.authorization() : "X: y",
                      "Content-Type: application/json",
                      "Content-Length: " + lengths[(int) (n / 2 % lengths.length)]));
              statuses.add(wire.read().status());
              all.close(wire);
            });
    return Observed.of(
        "%,d requests, %,d without a response, statuses %s"
            .formatted(crowd.turns(), crowd.failed(), HeaderAttacks.sorted(statuses)),
        Set.of(400, 401, 413).containsAll(statuses) && crowd.turns() > 0 && crowd.failed() == 0);
  }

  private static Observed compression(Target target) throws IOException {
    var table = new Statuses(target);
    byte[] plain = Requests.bytes(Requests.NO_LINK);
    String auth = target.authorization();
    List<byte[]> bodies =
        List.of(plain, zipped(plain, 1), zipped(new byte[MEBIBYTE], BOMB / MEBIBYTE));
    for (byte[] body : bodies) {
      for (String coding : new String[] {"gzip", "x-gzip", "deflate", "br", "identity, gzip"}) {
        table.expect(
            "Content-Encoding: " + coding,
            415,
            Requests.post(
                Requests.BREAK, Requests.JSON, body, auth, "Content-Encoding: " + coding));
      }
    }
    for (String coding : new String[] {"gzip, chunked", "gzip", "chunked, gzip"}) {
      String head =
          Requests.head(
              "POST " + Requests.BREAK,
              auth,
              "Content-Type: application/json",
              "Transfer-Encoding: " + coding);
      table.expect(
          "Transfer-Encoding: " + coding, Set.of(400, 501), Requests.bytes(head + "0\r\n\r\n"));
    }
    return table.observed();
  }

  private static byte[] zipped(byte[] body, int times) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < times; i++) {
        zip.write(body);
      }
    }
    return bytes.toByteArray();
  }
}
