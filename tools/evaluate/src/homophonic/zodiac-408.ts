/**
 * The cipher that the Zodiac killer sent to three newspapers of San Francisco on 31 July 1969, solved by Donald and Bettye
 * Harden a week later: 408 signs, as the transcription that is in use writes them (Webtoy's scheme, 54 symbols:
 * zodiackillerciphers.com, "Solved 408-character cipher").
 */
export const ciphertext = `9%P/Z/UB%kOR=pX=B
WV+eGYF69HP@K!qYe
MJY^UIk7qTtNQYD5)
S(/9#BPORAU%fRlqE
k^LMZJdr\\pFHVWe8Y
@+qGD9KI)6qX85zS(
RNtIYElO8qGBTQS#B
Ld/P#B@XqEHMU^RRk
cZKqpI)Wq!85LMr9#
BPDR+j=6\\N(eEUHkF
ZcpOVWI5+tL)l^R6H
I9DR_TYr\\de/@XJQA
P5M8RUt%L)NVEKH=G
rI!Jk598LMlNA)Z(P
zUpkA9#BVW\\+VTtOP
^=SrlfUe67DzG%%IM
Nk)ScE/9%%ZfAP#BV
peXqWq_F#8c+@9A9B
%OT5RUc+_dYq_^SqW
VZeGYKE_TYA9%#Lt_
H!FBX9zXADd\\7L!=q
_ed##6e5PORXQF%Gc
Z@JTtq_8JI+rBPQW6
VEXr9WI6qEHM)=UIk`

/** Its plaintext as its key reads it, slips of the pen and the last 18 letters included (the same source). */
export const plaintext = `ilikekillingpeopl
ebecauseitissomuc
hfunitismorefunth
ankillingwildgame
intheforrestbecau
semanisthemoatdan
gertueanamalofall
tokillsomethinggi
vesmethemoatthril
lingexperenceitis
evenbetterthanget
tingyourrocksoffw
ithagirlthebestpa
rtofitiathaewheni
dieiwillbereborni
nparadicesndallth
eihavekilledwillb
ecomemyslavesiwil
lnotgiveyoumyname
becauseyouwilltry
tosloidownorstopm
ycollectingofslav
esformyafterlifee
beorietemethhpiti`
