/*
 * The ceiling: the same nets in C, float32, weights in blocks of 8 vectors of outputs, built by gcc at
 * -O3 -march=native with vectors of WIDTH floats. Reads `milliseconds` a line, runs that long, and answers
 * with characters a second. Usage: net CELL UNITS VOCABULARY; CELL is simple-rnn, gru or lstm.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifndef WIDTH
#define WIDTH 16
#endif
#define BLOCK (8 * WIDTH)
typedef float vec __attribute__((vector_size(4 * WIDTH)));
typedef int ivec __attribute__((vector_size(4 * WIDTH)));

static vec splat(float x) { return x - (vec){}; }

static inline vec least(vec a, vec b) { ivec m = a < b; return (vec)(((ivec)a & m) | ((ivec)b & ~m)); }
static inline vec most(vec a, vec b) { ivec m = a > b; return (vec)(((ivec)a & m) | ((ivec)b & ~m)); }
static inline vec clamp(vec x, float low, float high) { return least(most(x, splat(low)), splat(high)); }

/* The rational approximation of Eigen 3.3, as the kernels have it. */
static inline vec vtanh(vec value) {
  vec x = clamp(value, -9, 9), x2 = x * x;
  vec p = splat(-2.76076847742355e-16f);
  p = p * x2 + 2.00018790482477e-13f;
  p = p * x2 + -8.60467152213735e-11f;
  p = p * x2 + 5.12229709037114e-8f;
  p = p * x2 + 1.48572235717979e-5f;
  p = p * x2 + 6.37261928875436e-4f;
  p = p * x2 + 4.89352455891786e-3f;
  vec q = splat(1.19825839466702e-6f);
  q = q * x2 + 1.18534705686654e-4f;
  q = q * x2 + 2.268434632439e-3f;
  q = q * x2 + 4.89352518554385e-3f;
  return x * p / q;
}

static inline vec vsigmoid(vec x) { return 0.5f + 0.5f * vtanh(0.5f * x); }

static inline vec vexp(vec value) {
  vec x = clamp(value, -87, 0);
  vec rounded = x * 1.44269504088896341f + 12582912.f;
  vec n = rounded - 12582912.f;
  vec r = x - n * 0.693359375f + n * 2.12194440e-4f;
  vec p = splat(1.9875691500e-4f);
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * r * r + r + 1.f;
  ivec bits;
  memcpy(&bits, &rounded, sizeof bits);
  bits = (bits + 127) << 23;
  vec power;
  memcpy(&power, &bits, sizeof power);
  return p * power;
}

/* out <- W x + add; rows in blocks of 8 vectors, [block][k][row] */
static void product(const float *w, const float *x, int columns, int rows, const float *add, float *out) {
  for (; rows > 0; rows -= BLOCK, add += BLOCK, out += BLOCK) {
    vec a[8];
    memcpy(a, add, sizeof a);
    for (int k = 0; k < columns; k++, w += BLOCK) {
      vec h = splat(x[k]);
      const vec *v = (const vec *)w;
#pragma GCC unroll 8
      for (int i = 0; i < 8; i++) a[i] += v[i] * h;
    }
    memcpy(out, a, sizeof a);
  }
}

static float *numbers(int count, float scale) {
  float *out = aligned_alloc(64, (count * sizeof(float) + 63) / 64 * 64);
  for (int i = 0; i < count; i++) out[i] = scale * (2.f * rand() / RAND_MAX - 1);
  return out;
}

static int roundUp(int count) { return (count + BLOCK - 1) / BLOCK * BLOCK; }

int main(int argc, char **argv) {
  if (argc < 4) return 2;
  const char *cell = argv[1];
  int units = atoi(argv[2]), vocabulary = atoi(argv[3]);
  int isGru = !strcmp(cell, "gru"), isLstm = !strcmp(cell, "lstm");
  int gates = isGru ? 3 : isLstm ? 4 : 1, width = gates * units;
  int rows = roundUp(width), outputs = roundUp(vocabulary);
  float *u = numbers(rows * units, 1.f / units), *table = numbers(vocabulary * (rows + BLOCK), 1);
  float *v = numbers(outputs * units, 1), *bias = numbers(outputs, 1), *c = numbers(rows, 1);
  float *s = numbers(rows, 0), *h = numbers(roundUp(units), 0), *cellState = numbers(roundUp(units), 0);
  float *logits = numbers(outputs, 0), *out = numbers(256 * vocabulary + BLOCK, 0);
  for (int i = vocabulary; i < outputs; i++) bias[i] = -1e30f;
  for (int i = 0; i < outputs * units; i++) if (i % BLOCK >= vocabulary) v[i] = 0;

  char line[64];
  while (fgets(line, sizeof line, stdin)) {
    struct timespec from, now;
    double wanted = atof(line) / 1000, seconds;
    long count = 0;
    clock_gettime(CLOCK_MONOTONIC, &from);
    do {
      for (int t = 0; t < 256; t++) {
        const float *x = table + (t * 7 % vocabulary) * (rows + BLOCK);
        product(u, h, units, rows, isGru ? c : x, s);
        for (int j = 0; j < units; j += WIDTH) {
#define AT(p, gate) (*(vec *)((p) + (gate) * units + j))
          if (isGru) {
            vec z = vsigmoid(AT(s, 0) + AT(x, 0)), r = vsigmoid(AT(s, 1) + AT(x, 1));
            vec n = vtanh(AT(x, 2) + r * AT(s, 2));
            AT(h, 0) = n + z * (AT(h, 0) - n);
          } else if (isLstm) {
            vec next = vsigmoid(AT(s, 1)) * AT(cellState, 0) + vsigmoid(AT(s, 0)) * vtanh(AT(s, 2));
            AT(cellState, 0) = next;
            AT(h, 0) = vsigmoid(AT(s, 3)) * vtanh(next);
          } else AT(h, 0) = vtanh(AT(s, 0));
        }
        product(v, h, units, outputs, bias, logits);
        float top = logits[0], sum = 0, *row = out + t * vocabulary;
        for (int i = 1; i < vocabulary; i++) top = logits[i] > top ? logits[i] : top;
        for (int i = 0; i < vocabulary; i += WIDTH) {
          vec power = vexp(*(vec *)(logits + i) - top);
          memcpy(row + i, &power, sizeof power);
        }
        for (int i = 0; i < vocabulary; i++) sum += row[i];
        for (int i = 0; i < vocabulary; i++) row[i] /= sum;
      }
      count += 256;
      clock_gettime(CLOCK_MONOTONIC, &now);
      seconds = now.tv_sec - from.tv_sec + (now.tv_nsec - from.tv_nsec) * 1e-9;
    } while (seconds < wanted);
    printf("%.0f\n", count / seconds);
    fflush(stdout);
  }
  return 0;
}
