package dev.erpsync.server.emulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** The last exchanges, in memory only. Thread-safe. */
public final class Journal {
  private final int capacity;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Lock lock = new ReentrantLock();
  private long last;

  /**
   * An exchange with its number.
   *
   * @param number from 1, in the order in which answers were ready; counts on when entries go
   */
  public record Entry(long number, Exchange exchange) {}

  /**
   * An empty journal.
   *
   * @param capacity how many exchanges are kept
   */
  public Journal(int capacity) {
    this.capacity = capacity;
  }

  /** Writes an exchange down; the oldest goes when there are too many. */
  public void add(Exchange exchange) {
    lock.lock();
    try {
      if (entries.size() == capacity) {
        entries.removeFirst();
      }
      entries.addLast(new Entry(++last, exchange));
    } finally {
      lock.unlock();
    }
  }

  /** What is kept, the oldest first. */
  public List<Entry> entries() {
    lock.lock();
    try {
      return List.copyOf(entries);
    } finally {
      lock.unlock();
    }
  }

  /** Forgets everything; the next exchange has number 1. */
  public void clear() {
    lock.lock();
    try {
      entries.clear();
      last = 0;
    } finally {
      lock.unlock();
    }
  }
}
